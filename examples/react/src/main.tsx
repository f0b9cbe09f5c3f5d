import { LogtoProvider } from '@logto/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app';
import './harbor.css';
import { logto } from './logto';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <LogtoProvider config={logto}>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </LogtoProvider>
  </StrictMode>,
);
