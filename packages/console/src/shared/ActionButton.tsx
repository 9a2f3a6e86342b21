import { type ComponentPropsWithoutRef, type ReactNode, useId } from 'react';

export interface ActionButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'disabled'> {
  readonly kind?: 'primary' | 'plain' | 'danger' | 'link';
  /** Why it cannot be done now. The button stays reachable, does nothing, and the reason is read with it. */
  readonly unavailable?: ReactNode;
  /** A request of this button is under way: a second press does nothing. */
  readonly busy?: boolean;
}

const CLASSES = { primary: 'button button-primary', plain: 'button', danger: 'button button-danger', link: 'button-link' };

/** A button that never hides why it is not available (`aria-disabled`, not `disabled`: focus stays possible). */
export function ActionButton({
  kind = 'plain',
  unavailable,
  busy = false,
  onClick,
  children,
  type = 'button',
  ...rest
}: ActionButtonProps) {
  const reason = useId();
  const blocked = Boolean(unavailable) || busy;
  const button = (
    <button
      {...rest}
      type={blocked && type === 'submit' ? 'button' : type}
      className={CLASSES[kind]}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      aria-describedby={unavailable ? reason : rest['aria-describedby']}
      onClick={(event) => {
        if (blocked) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
  if (!unavailable) return button;
  return (
    <span className="action">
      {button}
      <span className="action-reason" id={reason}>
        {unavailable}
      </span>
    </span>
  );
}
