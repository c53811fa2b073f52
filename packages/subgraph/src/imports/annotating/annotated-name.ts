/** `to.csv` becomes `to-loi.xlsx`: an annotated copy is always XLSX. */
export const annotatedName = (fileName: string): string => `${fileName.replace(/\.[^.]*$/u, '')}-loi.xlsx`;
