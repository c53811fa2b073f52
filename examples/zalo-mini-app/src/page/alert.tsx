import { useEffect, useRef } from 'react';

/** What went wrong, brought into sight: on a small screen it may stand below what was pressed. */
export function Alert({ text }: { text: string | null }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (text !== null) place.current?.scrollIntoView({ block: 'center' });
  }, [text]);
  return (
    text !== null && (
      <p className="fault" role="alert" ref={place}>
        {text}
      </p>
    )
  );
}
