import './settings.css';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { Header, SpaceBetween } from '../ui/controls.ts';

/** The frame of every page of settings. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="What is in force is changed by two people: one writes the draft, another publishes it."
      >
        Settings
      </Header>
      <nav className="settings-nav" aria-label="Settings">
        <NavLink to="/settings/payers">Payers</NavLink>
        <NavLink to="/settings/windows">Windows</NavLink>
        <NavLink to="/settings/users">Users</NavLink>
      </nav>
      {children}
    </SpaceBetween>
  );
}
