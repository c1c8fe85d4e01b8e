import { CMS, formsFor, type CmsId } from '../../builder/cms.ts';
import type { BuilderKey, BuilderMessages } from '../../builder/words/en.ts';

export interface CmsSteps {
  readonly id: CmsId;
  readonly name: string;
  readonly steps: readonly string[];
}

/**
 * From a table to a page of each publishing system, in the builder's own words, so that the guide says what the builder does.
 * @param choose the sentence that tells which system to choose in the builder, with its name in place of `{name}`
 * @param press the sentence that tells which button to press then, with its words in place of `{button}`
 */
export function cmsSteps(words: BuilderMessages, choose: string, press: string): readonly CmsSteps[] {
  // None of these counts anything, so none has plural forms.
  const word = (key: BuilderKey): string => words[key] as string;
  return CMS.map((cms) => {
    const name = word(`cms-${cms.id}`);
    const needsFile = formsFor(cms, 'inline').length === 0;
    const steps = [choose.replace('{name}', name), ...(needsFile ? [word(cms.noLink ? 'no-form-frame' : 'no-form')] : []), `${press.replace('{button}', word('copy'))} ${word(`how-${cms.id}`)}`];
    return { id: cms.id, name, steps };
  });
}
