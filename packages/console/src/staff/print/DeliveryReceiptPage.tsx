import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { deliveryReceiptQuery } from '../../api/index.js';
import { LoadingState, PrintSheet, ProblemState } from '../../shared/index.js';
import { PrintBar } from './PrintBar.js';

/** 送达回证 of a letter, to be signed by whoever receives it. */
export function DeliveryReceiptPage() {
  const { case: id = '', letter = '' } = useParams();
  const { data, error, refetch } = useQuery(deliveryReceiptQuery(id, letter));
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState lines={12} />;
  return (
    <div className="staff-page">
      <PrintBar caseId={id} pdf={`/cases/${id}/letters/${letter}/delivery-receipt.pdf`} />
      <PrintSheet sheet={data} />
    </div>
  );
}
