import type { StaffToken } from '../../api/types.ts';
import type { ConsoleDictionary } from '../i18n/dictionary.ts';

type Role = StaffToken['role'];

/** Roles in the order in which they are offered. */
export const ROLES = ['agent', 'knowledge', 'qa', 'admin'] as const satisfies readonly Role[];

export const ROLE_NAME = {
  agent: 'roleAgent',
  knowledge: 'roleKnowledge',
  qa: 'roleQa',
  admin: 'roleAdmin',
} as const satisfies Record<Role, keyof ConsoleDictionary>;

export const ROLE_TEXT = {
  agent: 'roleAgentText',
  knowledge: 'roleKnowledgeText',
  qa: 'roleQaText',
  admin: 'roleAdminText',
} as const satisfies Record<Role, keyof ConsoleDictionary>;
