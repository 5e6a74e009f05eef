import { dayInWords, daysFrom, daysInWords } from './day.ts';

export type UrgencyLevel = 'overdue' | 'today' | 'soon' | 'week' | 'fortnight' | 'later' | 'not_configured';

/** By the days that are left until the day to send by; null where no clock has a date. */
export function urgencyLevel(daysLeft: number | null): UrgencyLevel {
  if (daysLeft === null) return 'not_configured';
  if (daysLeft < 0) return 'overdue';
  if (daysLeft === 0) return 'today';
  if (daysLeft <= 3) return 'soon';
  if (daysLeft <= 7) return 'week';
  return daysLeft <= 14 ? 'fortnight' : 'later';
}

/** Position, shape, word and number say how near a date is; colour comes last. */
export function SendBy({ sendBy, asOf }: { sendBy: string | null; asOf: string }) {
  const days = sendBy === null ? null : daysFrom(asOf, sendBy);
  const level = urgencyLevel(days);
  return (
    <span className="urgency day" data-level={level}>
      <Shape level={level} />
      {sendBy === null || days === null ? (
        'Not configured'
      ) : (
        <span>
          {dayInWords(sendBy, asOf)}{' '}
          <span className="quiet">
            {level === 'overdue' ? `Overdue, ${daysInWords(days)}` : daysInWords(days)}
          </span>
        </span>
      )}
    </span>
  );
}

const OCTAGON = '5,0.5 11,0.5 15.5,5 15.5,11 11,15.5 5,15.5 0.5,11 0.5,5';

function Shape({ level }: { level: UrgencyLevel }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {level === 'overdue' && <polygon points={OCTAGON} fill="currentColor" />}
      {level === 'today' && <polygon points="8,1 15.5,15 0.5,15" fill="currentColor" />}
      {level === 'soon' && (
        <polygon points="8,2 14.5,14 1.5,14" fill="none" stroke="currentColor" strokeWidth="1.6" />
      )}
      {level === 'week' && (
        <g fill="none" stroke="currentColor" strokeWidth="1.6">
          <circle cx="8" cy="8" r="6.5" />
          <path d="M8 4v4.5l3 1.5" />
        </g>
      )}
      {(level === 'fortnight' || level === 'later') && (
        <circle cx="8" cy="8" r={level === 'fortnight' ? 3 : 1.8} fill="currentColor" />
      )}
      {level === 'not_configured' && (
        <g fill="none" stroke="currentColor" strokeWidth="1.6">
          <circle cx="8" cy="8" r="6.5" strokeDasharray="2.5 2" />
          <path d="M6 6.2a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1v.4" />
          <path d="M8 11.4v.6" />
        </g>
      )}
    </svg>
  );
}
