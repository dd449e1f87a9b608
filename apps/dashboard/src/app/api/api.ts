import { HttpClient, type HttpContext, HttpErrorResponse, HttpEventType, HttpResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { filter, firstValueFrom, map, type Observable, tap } from 'rxjs';
import { readFailure } from './refusal';

interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

export interface CallOptions {
  /** The version the writer saw. */
  readonly version?: number;
  /** One key for one filled-in form: pressing twice, or again after a lost answer, creates once. */
  readonly key?: string;
  readonly context?: HttpContext;
}

/** Calls the services of this origin. Every failure comes out as a `Refusal` or `Unreachable`. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  get<T>(path: string, query: Record<string, string | number> = {}, options: CallOptions = {}): Promise<T> {
    return this.settle(this.http.get<T>(path, { params: query, context: options.context }));
  }

  /** Every item of a paged list, page after page. */
  async all<T>(path: string, query: Record<string, string | number> = {}): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<T> = await this.get<Page<T>>(path, { limit: 500, ...query, ...(cursor ? { cursor } : {}) });
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return items;
  }

  post<T>(path: string, body: unknown = {}, options: CallOptions = {}): Promise<T> {
    return this.settle(this.http.post<T>(path, body, this.with(options)));
  }

  patch<T>(path: string, body: unknown, options: CallOptions = {}): Promise<T> {
    return this.settle(this.http.patch<T>(path, body, this.with(options)));
  }

  delete<T = void>(path: string, options: CallOptions = {}): Promise<T> {
    return this.settle(this.http.delete<T>(path, this.with(options)));
  }

  put<T>(path: string, body: unknown, options: CallOptions = {}): Promise<T> {
    return this.settle(this.http.put<T>(path, body, this.with(options)));
  }

  /** Something that is no JSON, such as a picture. */
  blob(path: string): Promise<Blob> {
    return this.settle(this.http.get(path, { responseType: 'blob' }));
  }

  /** Sends a file as it is, by its own media type. `sent` hears how far it has come, 0 to 1. */
  upload<T>(
    path: string,
    file: Blob,
    {
      method = 'POST',
      sent,
      ...options
    }: CallOptions & { method?: 'POST' | 'PUT'; sent?: (share: number) => void } = {},
  ): Promise<T> {
    const { headers, context } = this.with(options);
    const events = this.http.request<T>(method, path, {
      body: file,
      headers: { ...headers, 'Content-Type': file.type || 'application/octet-stream' },
      context,
      observe: 'events',
      reportProgress: true,
    });
    return this.settle(
      events.pipe(
        tap((event) => {
          if (event.type === HttpEventType.UploadProgress && event.total) sent?.(event.loaded / event.total);
        }),
        filter((event) => event instanceof HttpResponse),
        map(({ body }) => body as T),
      ),
    );
  }

  private with({ version, key, context }: CallOptions) {
    return {
      headers: {
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
        ...(key ? { 'Idempotency-Key': key } : {}),
      },
      context,
    };
  }

  private async settle<T>(answer: Observable<T>): Promise<T> {
    try {
      return await firstValueFrom(answer);
    } catch (error) {
      throw error instanceof HttpErrorResponse ? readFailure(error) : error;
    }
  }
}
