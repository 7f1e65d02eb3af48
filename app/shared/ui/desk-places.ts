import type { Role } from '../actor.ts'
import type { IconName } from './icon.tsx'

/** The places of the desk and who finds them there. Each has a route in app/routes.ts (app/routes.test.ts). */
export const deskPlaces = [
  { name: 'desk', path: '/scrivania', icon: 'box', role: 'member' },
  { name: 'practices', path: '/scrivania/pratiche', icon: 'files', role: 'member' },
  { name: 'proposals', path: '/scrivania/proposte', icon: 'pencil', role: 'editor' },
  { name: 'manual', path: '/scrivania/manuale', icon: 'note', role: 'member' },
  { name: 'training', path: '/scrivania/formazione', icon: 'calendar', role: 'facilitator' },
  { name: 'savedSearches', path: '/scrivania/ricerche', icon: 'search', role: 'member' },
  { name: 'ownTraining', path: '/scrivania/miei-incontri', icon: 'check-circle', role: 'member' },
  { name: 'processes', path: '/scrivania/percorsi', icon: 'comment', role: 'member' },
  { name: 'profile', path: '/scrivania/profilo', icon: 'user', role: 'member' },
  { name: 'account', path: '/scrivania/account', icon: 'key', role: 'member' },
  { name: 'terms', path: '/scrivania/termini', icon: 'list', role: 'editor' },
  { name: 'glossary', path: '/scrivania/glossario', icon: 'note', role: 'editor' },
  { name: 'answers', path: '/scrivania/utilita', icon: 'comment', role: 'editor' },
  { name: 'erasures', path: '/scrivania/cancellazioni', icon: 'delete', role: 'editor' },
  { name: 'missedSearches', path: '/scrivania/ricerche-senza-risultati', icon: 'help-circle', role: 'editor' },
  { name: 'administration', path: '/scrivania/amministrazione', icon: 'settings', role: 'admin' },
] as const satisfies readonly { name: string; path: string; icon: IconName; role: Role }[]
