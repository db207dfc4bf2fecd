import { type ComponentType, lazy } from 'react';
import type { StaffToken } from '../api/types.ts';
import type { PageIconName } from '../design/page-icons.ts';
import type { ConsoleDictionary } from './i18n/dictionary.ts';

type Words = keyof ConsoleDictionary;

export interface PageEntry {
  /** Under /console; a page also answers for what lies below its path. */
  path: string;
  section: Words;
  title: Words;
  icon: PageIconName;
  role: StaffToken['role'];
  page: ComponentType;
}

/** Every page, in the sidebar's order. Each is a chunk of its own. */
const pages: PageEntry[] = [
  {
    path: 'desk',
    section: 'sectionDesk',
    title: 'inbox',
    icon: 'inbox',
    role: 'agent',
    page: lazy(() => import('./desk/desk-page.tsx')),
  },
  {
    path: 'desk-replies',
    section: 'sectionDesk',
    title: 'cannedReplies',
    icon: 'bolt',
    role: 'agent',
    page: lazy(() => import('./desk/replies/replies-page.tsx')),
  },
  {
    path: 'desk-changes',
    section: 'sectionDesk',
    title: 'ledger',
    icon: 'history',
    role: 'agent',
    page: lazy(() => import('./ledger/ledger-page.tsx')),
  },
  {
    path: 'desk-rules',
    section: 'sectionDesk',
    title: 'rules',
    icon: 'scales',
    role: 'admin',
    page: lazy(() => import('./desk/rules/rules-page.tsx')),
  },
  {
    path: 'knowledge/documents',
    section: 'sectionKnowledge',
    title: 'documents',
    icon: 'file',
    role: 'knowledge',
    page: lazy(() => import('./knowledge/documents/documents-page.tsx')),
  },
  {
    path: 'knowledge/faqs',
    section: 'sectionKnowledge',
    title: 'faqs',
    icon: 'question',
    role: 'knowledge',
    page: lazy(() => import('./knowledge/faqs/faqs-page.tsx')),
  },
  {
    path: 'knowledge/terms',
    section: 'sectionKnowledge',
    title: 'terms',
    icon: 'terms',
    role: 'knowledge',
    page: lazy(() => import('./knowledge/terms/terms-page.tsx')),
  },
  {
    path: 'knowledge/search',
    section: 'sectionKnowledge',
    title: 'search',
    icon: 'search',
    role: 'knowledge',
    page: lazy(() => import('./knowledge/bench/bench-page.tsx')),
  },
  {
    path: 'knowledge/gaps',
    section: 'sectionKnowledge',
    title: 'gaps',
    icon: 'gap',
    role: 'knowledge',
    page: lazy(() => import('./knowledge/gaps/gaps-page.tsx')),
  },
  {
    path: 'knowledge/conflicts',
    section: 'sectionKnowledge',
    title: 'conflicts',
    icon: 'scales',
    role: 'knowledge',
    page: lazy(() => import('./knowledge/conflicts/conflicts-page.tsx')),
  },
  {
    path: 'knowledge/upkeep',
    section: 'sectionKnowledge',
    title: 'upkeep',
    icon: 'pulse',
    role: 'knowledge',
    page: lazy(() => import('./knowledge/upkeep/upkeep-page.tsx')),
  },
  {
    path: 'insights',
    section: 'sectionInsights',
    title: 'insights',
    icon: 'chart',
    role: 'qa',
    page: lazy(() => import('./insights/insights-page.tsx')),
  },
  {
    path: 'qa/labels',
    section: 'sectionQa',
    title: 'labels',
    icon: 'edit',
    role: 'qa',
    page: lazy(() => import('./labels/labels-page.tsx')),
  },
  {
    path: 'qa/datasets',
    section: 'sectionQa',
    title: 'datasets',
    icon: 'box',
    role: 'qa',
    page: lazy(() => import('./models/datasets-page.tsx')),
  },
  {
    path: 'qa/models',
    section: 'sectionQa',
    title: 'models',
    icon: 'spark',
    role: 'qa',
    page: lazy(() => import('./models/models-page.tsx')),
  },
  {
    path: 'qa/cases',
    section: 'sectionQa',
    title: 'evalCases',
    icon: 'chat',
    role: 'qa',
    page: lazy(() => import('./qa/cases-page.tsx')),
  },
  {
    path: 'qa',
    section: 'sectionQa',
    title: 'evals',
    icon: 'chart',
    role: 'qa',
    page: lazy(() => import('./qa/evals-page.tsx')),
  },
  {
    path: 'staff',
    section: 'sectionAdmin',
    title: 'team',
    icon: 'team',
    role: 'admin',
    page: lazy(() => import('./staff/staff-page.tsx')),
  },
  {
    path: 'settings',
    section: 'sectionAdmin',
    title: 'settings',
    icon: 'sliders',
    role: 'admin',
    page: lazy(() => import('./settings/settings-page.tsx')),
  },
  {
    path: 'audit',
    section: 'sectionAdmin',
    title: 'audit',
    icon: 'history',
    role: 'admin',
    page: lazy(() => import('./audit/audit-page.tsx')),
  },
];

/** The pages that a role may open; admin may open all. */
export const pagesFor = (role: StaffToken['role']): PageEntry[] =>
  pages.filter((entry) => role === 'admin' || entry.role === role);
