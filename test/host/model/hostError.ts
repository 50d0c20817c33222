/** What Excel answers instead of a result; the library turns it into an OfficeExtension.Error. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location = '',
  ) {
    super(message);
  }
}
