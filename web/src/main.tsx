import './page.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { readAppConfig } from './session/app-config.ts';
import { SignIns } from './session/sign-ins.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no place for the app');

const config = await readAppConfig();
createRoot(root).render(<App signIns={new SignIns(config, window.location.origin)} />);
