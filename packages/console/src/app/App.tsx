import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router';
import { createQueryClient } from '../api/index.js';
import { LogInDialog } from './LogInDialog.js';
import { createRouter } from './routes.js';

/** The whole web app: portal, staff console and trace behind one address. */
export function App() {
  const [client] = useState(createQueryClient);
  const [router] = useState(createRouter);
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
      <LogInDialog />
    </QueryClientProvider>
  );
}
