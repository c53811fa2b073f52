import 'zmp-ui/zaui.min.css';
import './styles/base.css';
import './styles/parts.css';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { App } from './page/app.tsx';
import { Broken } from './page/broken.tsx';
import { MissingServer } from './page/missing-server.tsx';
import { readSettings } from './settings.ts';
import { startApp } from './start-app.ts';
import { browserStorages } from './zalo/browser-storage.ts';
import { chooseBridge } from './zalo/choose-bridge.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('There is no #app to draw into.');
void draw(createRoot(place));

async function draw(root: Root): Promise<void> {
  const settings = readSettings();
  const { graphqlUrl } = settings;
  if (graphqlUrl === null) return root.render(<MissingServer />);
  const bridge = await chooseBridge(window.location, browserStorages(settings.appId));
  const app = startApp({ bridge, settings: { ...settings, graphqlUrl } });
  root.render(
    <StrictMode>
      <Broken forget={() => app.memory.forgetAll('')}>
        <App app={app} />
      </Broken>
    </StrictMode>,
  );
}
