import { startLoader } from './embed/loader.ts';

startLoader({
  widgets: {
    'goal-status': () => import('./define/goal-status.ts'),
    source: () => import('./define/source.ts'),
  },
  languages: {
    en: () => import('./i18n/en.ts'),
    fi: () => import('./i18n/fi.ts'),
    sv: () => import('./i18n/sv.ts'),
  },
  shared: () => import('./core/element.ts'),
  links: () => import('./embed/link.ts'),
  script: import.meta.url,
});
