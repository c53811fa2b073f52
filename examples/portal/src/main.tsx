import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/latin-700.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-700.css';
import './styles/base.css';
import './styles/chooser.css';
import './styles/sections.css';
import './styles/figures.css';
import './styles/panels.css';
import './styles/tables.css';
import './styles/work.css';
import './styles/files.css';
import './styles/sheet.css';
import './styles/reports.css';
import './styles/rights.css';
import './styles/charts.css';
import './styles/print.css';
import { createClient } from '@cnscd/sdk';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readConfig } from './config.ts';
import { App } from './page/app.tsx';
import { createSession } from './sign-in/session.ts';

const root = document.getElementById('page');
if (root === null) throw new Error('index.html has no #page.');

const { graphqlUrl, signInUrl, filesUrl } = await readConfig();
const session = signInUrl === null ? null : createSession(signInUrl);
const client = createClient({
  url: graphqlUrl,
  ...(filesUrl !== null && { filesUrl }),
  ...(session !== null && { getToken: session.getToken }),
});
createRoot(root).render(
  <StrictMode>
    <App client={client} session={session} hasFiles={filesUrl !== null} graphqlUrl={graphqlUrl} />
  </StrictMode>,
);
