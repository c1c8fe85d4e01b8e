import { emptyAtLoad } from './core/outbox/at-load.ts';
import { startLoader } from './embed/loader.ts';

startLoader({
  widgets: {
    'budget-results': () => import('./define/budget-results.ts'),
    'budget-vote': () => import('./define/budget-vote.ts'),
    'feedback-form': () => import('./define/feedback-form.ts'),
    'channel-directory': () => import('./define/channel-directory.ts'),
    'goal-status': () => import('./define/goal-status.ts'),
    source: () => import('./define/source.ts'),
  },
  languages: {
    en: () => import('./i18n/en.ts'),
    fi: () => import('./i18n/fi.ts'),
    sv: () => import('./i18n/sv.ts'),
  },
  placeholders: () => import('./embed/placeholder.ts'),
  links: () => import('./embed/link.ts'),
  beginnings: {
    'goal-status': () => import('./widgets/goal-status/beginning.ts'),
  },
  file: () => import('./sources/file.ts'),
  tools: {
    'goal-status': {
      en: () => Promise.all([import('./widgets/goal-status/tools.ts'), import('./i18n/goal-tools/en.ts')]),
      fi: () => Promise.all([import('./widgets/goal-status/tools.ts'), import('./i18n/goal-tools/fi.ts')]),
      sv: () => Promise.all([import('./widgets/goal-status/tools.ts'), import('./i18n/goal-tools/sv.ts')]),
    },
  },
  json: {
    'budget-results': () => import('./model/ballot-json.ts'),
    'goal-status': () => import('./model/goal-json.ts'),
  },
});

void emptyAtLoad();
