import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { addTexts } from '../i18n/index.js';
import { LoadingState, NotFoundState } from '../shared/index.js';
import { staffEn } from '../staff/i18n/en.js';
import { staffZhCN } from '../staff/i18n/zh-CN.js';
import { StaffLayout } from '../staff/layout/StaffLayout.js';
import '../staff/staff.css';
import './texts.js';
import './designer.css';

addTexts('staff', { 'zh-CN': staffZhCN, en: staffEn });

const DesignerHome = lazy(async () => ({ default: (await import('./DesignerHome.js')).DesignerHome }));
const ParametersPage = lazy(async () => ({ default: (await import('./parameters/ParametersPage.js')).ParametersPage }));
const ProposalPage = lazy(async () => ({ default: (await import('./proposal/ProposalPage.js')).ProposalPage }));

/** Everything under /designer; loaded when first visited. */
export function DesignerRoutes() {
  return (
    <StaffLayout>
      <Suspense fallback={<LoadingState />}>
        <Routes>
          <Route index element={<DesignerHome />} />
          <Route path=":pack/parameters" element={<ParametersPage />} />
          <Route path=":pack/proposals/:proposal" element={<ProposalPage />} />
          <Route path="*" element={<NotFoundState />} />
        </Routes>
      </Suspense>
    </StaffLayout>
  );
}
