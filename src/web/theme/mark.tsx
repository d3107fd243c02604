/** The mark: a rough wave, a gentle wave, a flat line. Never animated. */
export function Mark({ size }: { size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 28 28"
      fill="none"
      stroke="var(--primary)"
      strokeWidth="2.2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M3 10c2-5 5-6 7.2-2.6 2 3 3.3 5.2 5.8 3.2 2.2-1.8 3.6-6 6-6 1.5 0 2.4 1.3 3 3" />
      <path d="M3 17.5c2.5-2.6 5-2.6 7.3-.8 2.4 1.8 4.8 1.7 7.2 0 2.6-1.8 5-1.6 7.5.6" />
      <path d="M3 24h22" />
    </svg>
  )
}

/** The mark after the storm, for places where there is nothing to do. */
export function CalmMark() {
  return (
    <svg
      width="68"
      height="24"
      viewBox="0 0 68 24"
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M2 8c8-6 16-6 24-1s16 5 24 0 12-4 16-1" stroke="var(--tint-line)" />
      <path d="M2 21h64" stroke="var(--primary)" />
    </svg>
  )
}
