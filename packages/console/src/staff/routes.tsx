import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { addTexts } from '../i18n/index.js';
import { LoadingState, NotFoundState } from '../shared/index.js';
import { staffEn } from './i18n/en.js';
import { staffZhCN } from './i18n/zh-CN.js';
import { homeOf, useStaffKinds } from './layout/staff-kind.js';
import { StaffLayout } from './layout/StaffLayout.js';
import './sheet/sheet.css';
import './staff.css';

addTexts('staff', { 'zh-CN': staffZhCN, en: staffEn });

const TasksPage = lazy(async () => ({ default: (await import('./tasks/TasksPage.js')).TasksPage }));
const CasesPage = lazy(async () => ({ default: (await import('./tasks/CasesPage.js')).CasesPage }));
const CasePage = lazy(async () => ({ default: (await import('./case/CasePage.js')).CasePage }));
const SheetPage = lazy(async () => ({ default: (await import('./sheet/SheetPage.js')).SheetPage }));
const ApprovalFormPage = lazy(async () => ({ default: (await import('./print/ApprovalFormPage.js')).ApprovalFormPage }));
const DeliveryReceiptPage = lazy(async () => ({ default: (await import('./print/DeliveryReceiptPage.js')).DeliveryReceiptPage }));
const StaffLetterPage = lazy(async () => ({ default: (await import('./case/StaffLetterPage.js')).StaffLetterPage }));
const CounterPage = lazy(async () => ({ default: (await import('./counter/CounterPage.js')).CounterPage }));
const CounterFormPage = lazy(async () => ({ default: (await import('./counter/CounterFormPage.js')).CounterFormPage }));
const RegistersPage = lazy(async () => ({ default: (await import('./registers/RegistersPage.js')).RegistersPage }));
const RecordsPage = lazy(async () => ({ default: (await import('./registers/list/RecordsPage.js')).RecordsPage }));
const RecordPage = lazy(async () => ({ default: (await import('./registers/record/RecordPage.js')).RecordPage }));
const RecordFormPage = lazy(async () => ({ default: (await import('./registers/form/RecordFormPage.js')).RecordFormPage }));
const ImportPage = lazy(async () => ({ default: (await import('./registers/import/ImportPage.js')).ImportPage }));
const TraceSearchPage = lazy(async () => ({ default: (await import('./trace/TraceSearchPage.js')).TraceSearchPage }));
const TraceCasePage = lazy(async () => ({ default: (await import('./trace/TraceCasePage.js')).TraceCasePage }));
const AccessLogPage = lazy(async () => ({ default: (await import('./trace/AccessLogPage.js')).AccessLogPage }));
const PublicationsPage = lazy(async () => ({ default: (await import('../designer/PublicationsPage.js')).PublicationsPage }));
const OperationsPage = lazy(async () => ({ default: (await import('./operations/OperationsPage.js')).OperationsPage }));

/** Everything under /console, /trace and /ops; loaded when first visited, for staff only. */
export function StaffRoutes() {
  const { pathname } = useLocation();
  const area = pathname.split('/')[1];
  return (
    <StaffLayout>
      <Suspense fallback={<LoadingState />}>
        {area === 'trace' ? <TraceRoutes /> : area === 'ops' ? <OpsRoutes /> : <ConsoleRoutes />}
      </Suspense>
    </StaffLayout>
  );
}

function ConsoleRoutes() {
  return (
    <Routes>
      <Route index element={<Home />} />
      <Route path="tasks" element={<TasksPage />} />
      <Route path="cases" element={<CasesPage />} />
      <Route path="cases/:case" element={<CasePage />} />
      <Route path="cases/:case/sheet/:step" element={<SheetPage />} />
      <Route path="cases/:case/print" element={<ApprovalFormPage />} />
      <Route path="cases/:case/letters/:letter" element={<StaffLetterPage />} />
      <Route path="cases/:case/letters/:letter/delivery-receipt" element={<DeliveryReceiptPage />} />
      <Route path="counter" element={<CounterPage />} />
      <Route path="counter/:draft" element={<CounterFormPage />} />
      <Route path="registers" element={<RegistersPage />} />
      <Route path="registers/:register" element={<RecordsPage />} />
      <Route path="registers/:register/new" element={<RecordFormPage />} />
      <Route path="registers/:register/import" element={<ImportPage />} />
      <Route path="registers/:register/import/:import" element={<ImportPage />} />
      <Route path="registers/:register/:record" element={<RecordPage />} />
      <Route path="registers/:register/:record/edit" element={<RecordFormPage />} />
      <Route path="*" element={<NotFoundState />} />
    </Routes>
  );
}

function TraceRoutes() {
  return (
    <Routes>
      <Route index element={<TraceSearchPage />} />
      <Route path="cases/:case" element={<TraceCasePage />} />
      <Route path="log" element={<AccessLogPage />} />
      <Route path="publications" element={<PublicationsPage />} />
      <Route path="*" element={<NotFoundState />} />
    </Routes>
  );
}

function OpsRoutes() {
  return (
    <Routes>
      <Route index element={<OperationsPage />} />
      <Route path="*" element={<NotFoundState />} />
    </Routes>
  );
}

function Home() {
  return <Navigate to={homeOf(useStaffKinds())} replace />;
}
