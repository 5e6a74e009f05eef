/** The pages of the app, with the letter that follows `g`. */
export const PAGES = [
  { path: '/today', name: 'Today', key: 't' },
  { path: '/queue', name: 'Work queue', key: 'q' },
  { path: '/documents', name: 'Documents', key: 'd' },
  { path: '/write-offs', name: 'Write-offs', key: 'w' },
  { path: '/remits', name: 'Remittances', key: 'r' },
  { path: '/deadlines', name: 'Deadlines', key: 'c' },
  { path: '/settings', name: 'Settings', key: 's' },
] as const;
