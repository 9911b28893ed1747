/** A page of a list. */
export interface Page<T> {
  items: T[];
  page: number;
  size: number;
  total: number;
  /** Where the next page is; absent on the last one. */
  next?: string;
}
