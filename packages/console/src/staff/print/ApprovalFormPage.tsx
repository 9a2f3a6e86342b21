import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { approvalFormQuery } from '../../api/index.js';
import { LoadingState, PrintSheet, ProblemState } from '../../shared/index.js';
import { PrintBar } from './PrintBar.js';

/** 审批表 for the browser's printer: the same parts as the PDF. */
export function ApprovalFormPage() {
  const { case: id = '' } = useParams();
  const { data, error, refetch } = useQuery(approvalFormQuery(id));
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState lines={12} />;
  return (
    <div className="staff-page">
      <PrintBar caseId={id} pdf={`/cases/${id}/approval-form.pdf`} />
      <PrintSheet sheet={data} />
    </div>
  );
}
