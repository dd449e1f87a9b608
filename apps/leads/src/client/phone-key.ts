/** The last digits of a telephone number, the same with and without a country code; null where they are too few to tell. */
export const phoneKey = (phone: string | null): string | null => {
  const digits = (phone ?? '').replaceAll(/\D/g, '');
  return digits.length < 6 ? null : digits.slice(-9);
};
