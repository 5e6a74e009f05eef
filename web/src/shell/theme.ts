const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'overturn.theme';

export function themeInUse(): Theme {
  const kept = window.localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

export function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
}

/** Puts the theme on the page and keeps it; `system` follows the system as it changes. Returns an undo. */
export function applyTheme(theme: Theme): () => void {
  window.localStorage.setItem(KEY, theme);
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const dark = theme === 'dark' || (theme === 'system' && system.matches);
    document.body.classList.toggle('awsui-dark-mode', dark);
    document.body.classList.add('awsui-compact-mode');
  };
  apply();
  system.addEventListener('change', apply);
  return () => system.removeEventListener('change', apply);
}
