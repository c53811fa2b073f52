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
import './styles/print.css';
import { createClient } from '@cnscd/sdk';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readConfig } from './config.ts';
import { Page } from './page/page.tsx';

const root = document.getElementById('page');
if (root === null) throw new Error('index.html has no #page.');

const { graphqlUrl } = await readConfig();
const client = createClient({ url: graphqlUrl });
createRoot(root).render(
  <StrictMode>
    <Page client={client} />
  </StrictMode>,
);
