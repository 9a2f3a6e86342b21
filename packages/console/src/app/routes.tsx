import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouteFault } from './RouteFault.js';
import { PortalLayout } from '../portal/PortalLayout.js';

const staff: RouteObject['lazy'] = async () => ({ Component: (await import('../staff/routes.js')).StaffRoutes });

const portalPages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('../portal/home/HomePage.js')).HomePage }) },
  { path: '*', lazy: async () => ({ Component: (await import('../portal/NotFoundPage.js')).NotFoundPage }) },
];

/** Addresses of the app. Every page is a chunk of its own; the portal never loads the staff console's. */
export function createRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter([
    { path: '/console/*', lazy: staff, ErrorBoundary: RouteFault },
    { path: '/trace/*', lazy: staff, ErrorBoundary: RouteFault },
    { path: '/', Component: PortalLayout, ErrorBoundary: RouteFault, children: portalPages },
  ]);
}
