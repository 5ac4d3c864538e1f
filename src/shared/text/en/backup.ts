export const backup = {
  fileKind: 'Latchkey backup',
  allFiles: 'All files',
  saveTitle: 'Export a backup',
  saveButton: 'Export',
  openTitle: 'Import a backup',
  openButton: 'Choose',
}
