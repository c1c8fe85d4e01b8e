import { expect } from '@open-wc/testing';
import { loadChannelEditorMessages } from '../../src/i18n/channel-editor/languages.ts';
import { loadEditorMessages } from '../../src/i18n/editor/languages.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { CHANNEL_FAULTS } from '../../src/model/channels.ts';

describe('what the editor is told of a directory', () => {
  for (const language of LANGUAGES) {
    it(`has a sentence for every fault (${language})`, async () => {
      const sentences = { ...(await loadEditorMessages(language)), ...(await loadChannelEditorMessages(language)) } as Readonly<Record<string, string | undefined>>;
      for (const code of CHANNEL_FAULTS) expect(sentences[code], code).to.be.a('string');
    });
  }
});
