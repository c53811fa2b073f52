/** Labels of the domain are in lower case, as they stand within a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
