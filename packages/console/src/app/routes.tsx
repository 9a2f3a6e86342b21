import { createBrowserRouter, type RouteObject } from 'react-router';
import { addressBase } from '../api/index.js';
import { PortalLayout } from '../portal/PortalLayout.js';
import { RouteFault } from './RouteFault.js';

type Lazy = RouteObject['lazy'];

const staff: Lazy = async () => ({ Component: (await import('../staff/routes.js')).StaffRoutes });
const designer: Lazy = async () => ({ Component: (await import('../designer/routes.js')).DesignerRoutes });
const field: Lazy = async () => ({ Component: (await import('../staff/field/routes.js')).FieldRoutes });
const home: Lazy = async () => ({ Component: (await import('../portal/home/HomePage.js')).HomePage });
const services: Lazy = async () => ({ Component: (await import('../portal/services/ServicesPage.js')).ServicesPage });
const service: Lazy = async () => ({ Component: (await import('../portal/services/ServicePage.js')).ServicePage });
const logIn: Lazy = async () => ({ Component: (await import('../portal/login/LoginPage.js')).LoginPage });
const start: Lazy = async () => ({ Component: (await import('../portal/apply/StartPage.js')).StartPage });
const draft: Lazy = async () => ({ Component: (await import('../portal/apply/DraftLayout.js')).DraftLayout });
const questions: Lazy = async () => ({ Component: (await import('../portal/apply/QuestionsPage.js')).QuestionsPage });
const check: Lazy = async () => ({ Component: (await import('../portal/apply/CheckPage.js')).CheckPage });
const my: Lazy = async () => ({ Component: (await import('../portal/my/MyPage.js')).MyPage });
const myCase: Lazy = async () => ({ Component: (await import('../portal/my/CasePage.js')).CasePage });
const receipt: Lazy = async () => ({ Component: (await import('../portal/my/ReceiptPage.js')).ReceiptPage });
const supplement: Lazy = async () => ({ Component: (await import('../portal/my/SupplementPage.js')).SupplementPage });
const act: Lazy = async () => ({ Component: (await import('../portal/my/act/ActPage.js')).ActPage });
const complaint: Lazy = async () => ({ Component: (await import('../portal/complaints/ComplaintPage.js')).ComplaintPage });
const letter: Lazy = async () => ({ Component: (await import('../portal/my/LetterPage.js')).LetterPage });
const track: Lazy = async () => ({ Component: (await import('../portal/track/TrackPage.js')).TrackPage });
const notices: Lazy = async () => ({ Component: (await import('../portal/publicity/PublicityListPage.js')).PublicityListPage });
const notice: Lazy = async () => ({ Component: (await import('../portal/publicity/PublicityPage.js')).PublicityPage });
const blankForm: Lazy = async () => ({ Component: (await import('../portal/BlankFormPage.js')).BlankFormPage });
const help: Lazy = async () => ({ Component: (await import('../portal/help/HelpPage.js')).HelpPage });
const notFound: Lazy = async () => ({ Component: (await import('../portal/NotFoundPage.js')).NotFoundPage });

const portalPages: RouteObject[] = [
  { index: true, lazy: home },
  { path: 'services', lazy: services },
  { path: 'services/:service', lazy: service },
  { path: 'login', lazy: logIn },
  { path: 'apply/:service', lazy: start },
  {
    path: 'apply/drafts/:draft',
    lazy: draft,
    children: [
      { index: true, lazy: questions },
      { path: 'check', lazy: check },
      { path: ':page', lazy: questions },
    ],
  },
  { path: 'my', lazy: my },
  { path: 'my/cases/:case', lazy: myCase },
  { path: 'my/cases/:case/receipt', lazy: receipt },
  { path: 'my/cases/:case/supplement', lazy: supplement },
  { path: 'my/cases/:case/act/:step/:action', lazy: act },
  { path: 'my/cases/:case/letters/:letter', lazy: letter },
  { path: 'complaints/new', lazy: complaint },
  { path: 'track', lazy: track },
  { path: 'publicity', lazy: notices },
  { path: 'publicity/:case', lazy: notice },
  { path: 'print/:form', lazy: blankForm },
  { path: 'help', lazy: help },
  { path: '*', lazy: notFound },
];

/** Addresses of the app. Every page is a chunk of its own; the portal never loads the staff console's. */
export function createRouter(): ReturnType<typeof createBrowserRouter> {
  const routes: RouteObject[] = [
    { path: '/console/*', lazy: staff, ErrorBoundary: RouteFault, HydrateFallback: Nothing },
    { path: '/field/*', lazy: field, ErrorBoundary: RouteFault, HydrateFallback: Nothing },
    { path: '/trace/*', lazy: staff, ErrorBoundary: RouteFault, HydrateFallback: Nothing },
    { path: '/designer/*', lazy: designer, ErrorBoundary: RouteFault, HydrateFallback: Nothing },
    { path: '/ops/*', lazy: staff, ErrorBoundary: RouteFault, HydrateFallback: Nothing },
    { path: '/', Component: PortalLayout, ErrorBoundary: RouteFault, HydrateFallback: Nothing, children: portalPages },
  ];
  return createBrowserRouter(routes, { basename: addressBase() });
}

/** Shown for the moment until the first page's chunk is there. */
function Nothing() {
  return null;
}
