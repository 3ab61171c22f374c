/** Names of projects. Everything stored belongs to one, and who has a key to it sees that one alone. */
export const projectPattern = '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'

/** What a name of a project must be, as a problem says it. */
export const projectRule = 'must be 1 to 64 letters, digits, ".", "_" or "-", and begin with a letter or digit.'

/** The project of a request that names none. */
export const defaultProject = 'default'

const pattern = new RegExp(projectPattern)

export const isProject = (name: string): boolean => pattern.test(name)
