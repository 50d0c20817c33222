import { HostError } from './model/hostError';
import type { HostWorkbook } from './model/hostWorkbook';
import { recordOf, type Wire } from './model/wire';
import { apiVersions } from './apiVersions';
import { note, type HostLog } from './hostLog';
import { isRef, type Argument, type HostRef } from './members/hostRef';
import { refuseInSituation } from './members/situations';
import type { RequestBody, ResponseBody, WireAction, WireArguments } from './requestBody';

/** A service the library makes by name (path type 2), e.g. the custom-functions one. */
export type Service = (method: string, args: readonly Argument[]) => void;

export interface RunnerParts {
  readonly workbook: HostWorkbook;
  readonly root: HostRef;
  readonly log: HostLog;
  readonly services: ReadonlyMap<string, Service>;
  /** Whether this Excel has a requirement set in a version. */
  readonly supports: (set: string, version: string) => boolean;
  /** May throw a HostError in place of the member: how tests make Excel refuse in the middle. */
  readonly interfere: (member: string) => void;
}

/** Executes requests in order; what was done before a failure stays done, as in Excel. */
export class RequestRunner {
  /** Lasting references: id → object, and the same object gets the same id. */
  readonly #references = new Map<string, HostRef>();
  readonly #referenceIds = new Map<unknown, string>();

  constructor(readonly parts: RunnerParts) {}

  run(body: RequestBody): ResponseBody {
    const paths = new Map<number, HostRef | null>();
    const results: { ActionId: number; Value: Wire }[] = [];
    for (const [index, action] of body.Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: this.#act(action, body, paths) ?? null });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        const status = error.code === 'ItemNotFound' ? 404 : 400;
        const failure = {
          Code: error.code,
          Message: error.message,
          Location: error.location,
          ActionIndex: index,
          HttpStatusCode: status,
        };
        return { Results: results, Error: failure };
      }
    }
    return { Results: results };
  }

  #act(action: WireAction, body: RequestBody, paths: Map<number, HostRef | null>): Wire {
    // A trace has no object; that it is answered completes the `add` of an event handler.
    if (action.ActionType === 5) return null;
    const it = this.#resolve(action.ObjectPathId, body, paths);
    // On a null object every call and every write does nothing (rules/excel.md#requests).
    if (it === null) return null;
    switch (action.ActionType) {
      case 1:
        return this.#identity(it);
      case 2:
      case 7:
        return this.#query(
          it,
          [...(action.QueryInfo?.Select ?? []), ...(action.QueryInfo?.Expand ?? []).map((name) => `${name}/*`)],
          action,
        );
      case 3:
        return this.#method(it, action, body, paths);
      case 4:
        this.#set(it, action.Name, action.ArgumentInfo?.Arguments?.[0] ?? null);
        return null;
      case 9:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.#update(it, name, value);
        return null;
      default:
        return null;
    }
  }

  /** Notes the use of a member, and refuses what this Excel is too old for, or cannot do as things stand. */
  #use(how: 'get' | 'set' | 'go' | 'call', className: string, member: string): void {
    const { log, workbook, supports } = this.parts;
    note(log, workbook.habits.clearsUndo, how, className, member);
    const name = camel(member);
    const full = `${className}.${name}`;
    const needs = apiVersions().get(full);
    if (needs !== undefined && !supports(needs.set, needs.version)) {
      log.tooNew.push(full);
      throw new HostError('ApiNotFound', `${full} needs ${needs.set} ${needs.version}`, full);
    }
    refuseInSituation(workbook, how, className, name);
  }

  #method(it: HostRef, action: WireAction, body: RequestBody, paths: Map<number, HostRef | null>): Wire {
    if (action.Name === '_RemoveReference') return null;
    const value = this.#invoke(it, action.Name, this.#arguments(action.ArgumentInfo, body, paths));
    return value !== null && isRef(value) ? this.#identity(value) : value;
  }

  #invoke(it: HostRef, name: string, args: readonly Argument[]): HostRef | Wire {
    this.#use('call', it.className, name);
    this.parts.interfere(`${it.className}.${name}`);
    return it.invoke(name, args);
  }

  #set(it: HostRef, name: string, value: Wire): void {
    this.#use('set', it.className, name);
    this.parts.interfere(`${it.className}.${name}`);
    it.write(name, value);
  }

  #update(it: HostRef, name: string, value: Wire): void {
    const below = it.has('go', name) && !it.has('set', name) ? it.follow(name) : null;
    if (below === null || typeof value !== 'object' || value === null) this.#set(it, name, value);
    else for (const [inner, part] of Object.entries(value)) this.#update(below, inner, part);
  }

  #resolve(id: number, body: RequestBody, paths: Map<number, HostRef | null>): HostRef | null {
    const known = paths.get(id);
    if (known !== undefined) return known;
    const found = this.#walk(id, body, paths);
    paths.set(id, found);
    return found;
  }

  #walk(id: number, body: RequestBody, paths: Map<number, HostRef | null>): HostRef | null {
    const path = body.ObjectPaths[String(id)];
    if (path === undefined) throw new HostError('InvalidRequest', `no object path ${String(id)}`);
    if (path.ObjectPathType === 1) return this.parts.root;
    if (path.ObjectPathType === 2) return this.#service(path.Name);
    if (path.ObjectPathType === 7) return null;
    if (path.ObjectPathType === 6) {
      const reference = this.#references.get(path.Name);
      if (reference === undefined) throw new HostError('InvalidObjectPath', `reference ${path.Name} is gone`);
      return reference;
    }
    const parent = this.#resolve(path.ParentObjectPathId ?? 0, body, paths);
    if (parent === null) {
      if (this.parts.workbook.habits.chainOnNull === 'nothing') return null;
      throw new HostError('InvalidObjectPath', 'a member of a null object was asked for', path.Name);
    }
    if (path.ObjectPathType === 4) {
      this.#use('go', parent.className, path.Name);
      return parent.follow(path.Name);
    }
    const args = this.#arguments(path.ArgumentInfo, body, paths);
    if (path.ObjectPathType === 5) {
      const [key] = args;
      const item = parent.at(key === undefined || isRef(key) ? null : key);
      if (item === null)
        throw new HostError('ItemNotFound', 'The requested resource does not exist.', `${parent.className}.getItem`);
      return item;
    }
    const made = this.#invoke(parent, path.Name, args);
    if (made !== null && isRef(made)) return made;
    if (/OrNullObject$/i.test(path.Name)) return null;
    throw new HostError('ItemNotFound', 'The requested resource does not exist.', `${parent.className}.${path.Name}`);
  }

  #arguments(
    info: WireArguments | undefined,
    body: RequestBody,
    paths: Map<number, HostRef | null>,
  ): readonly Argument[] {
    return (info?.Arguments ?? []).map((value, place) => {
      const reference = info?.ReferencedObjectPathIds?.[place];
      return typeof reference === 'number' && reference !== 0 ? this.#resolve(reference, body, paths) : value;
    });
  }

  #identity(it: HostRef): Wire {
    if (!it.tracked) return it.identity();
    const id = this.#referenceIds.get(it.key) ?? `${it.className}-${String(this.#referenceIds.size + 1)}`;
    this.#referenceIds.set(it.key, id);
    this.#references.set(id, it);
    return { ...it.identity(), _ReferenceId: id };
  }

  #query(it: HostRef, select: readonly string[], page?: WireAction): Wire {
    const items = it.items();
    if (items !== undefined) {
      const skip = page?.QueryInfo?.Skip ?? 0;
      const shown = items.slice(skip, page?.QueryInfo?.Top === undefined ? undefined : skip + page.QueryInfo.Top);
      return {
        _Items: shown.map((item, index) => ({ _Index: skip + index, ...recordOf(this.#query(item, select)) })),
      };
    }
    const below = new Map<string, string[]>();
    const result: Record<string, Wire> = { ...recordOf(this.#identity(it)) };
    for (const path of select) {
      const [name = '', ...rest] = path.split('/');
      if (name === '*' || name === '') for (const scalar of it.scalars) result[pascal(scalar)] = it.read(scalar);
      else if (rest.length > 0 || (it.has('go', name) && !it.has('get', name))) {
        below.set(name, [...(below.get(name) ?? []), rest.length === 0 ? '*' : rest.join('/')]);
      } else {
        this.#use('get', it.className, name);
        result[pascal(name)] = it.read(name);
      }
    }
    for (const [name, inner] of below) {
      this.#use('go', it.className, name);
      const next = it.follow(name);
      result[pascal(name)] = next === null ? null : this.#query(next, inner);
    }
    return result;
  }

  #service(name: string): HostRef {
    const service = this.parts.services.get(name);
    if (service === undefined) this.parts.log.services.push(name);
    const short = name.slice(name.lastIndexOf('.') + 1);
    return {
      className: short,
      key: name,
      tracked: false,
      scalars: [],
      read: () => null,
      write: () => undefined,
      follow: () => null,
      invoke: (method, args) => {
        service?.(method, args);
        return null;
      },
      has: () => false,
      items: () => undefined,
      at: () => null,
      identity: () => ({}),
    };
  }
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
