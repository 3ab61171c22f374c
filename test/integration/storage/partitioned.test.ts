import { changeDatabases } from '../../support/database.ts'
import { partitionTables } from '../../support/partitioned-tables.ts'

// The promises of these files once more, on tables of four partitions each. By another name, since a module is run once.
await changeDatabases(partitionTables)
for (const file of ['append', 'runs', 'schedules', 'projects']) await import(`./${file}.test.ts?partitioned`)
