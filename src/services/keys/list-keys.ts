import type { ApiKey } from '../../domain/access.ts'
import type { Page, PageRequest } from '../../storage/page.ts'
import type { Storage } from '../../storage/storage.ts'

/** Keys of all projects that were not revoked, newest first. */
export const listKeys = ({ keys }: Pick<Storage, 'keys'>, page: PageRequest): Promise<Page<ApiKey>> => keys.list(page)
