import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import { applyPreferences, currentPreferences } from './app/preferences.js';
import { startTexts } from './i18n/index.js';
import './theme/index.css';

startTexts(currentPreferences().locale);
applyPreferences();

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
