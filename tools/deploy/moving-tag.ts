/** Ours by the one variable of compose, by the overlay's tag; PostgreSQL counts in two numbers, others in three. */
const standing = [
  /^porchlight\/[\w-]+:(\$\{PORCHLIGHT_VERSION[^}]*\}|\d[\w.-]*)$/,
  /^postgres:\d+\.\d+$/,
  /:v?\d+\.\d+\.\d+(-[a-z0-9.-]+)?$/,
  /@sha256:[0-9a-f]{64}$/,
];

/** Whether an image's name means another image after its next release. */
export const movingTag = (image: string): boolean => !standing.some((one) => one.test(image));
