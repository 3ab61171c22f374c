const fields = { name: 'trainers of team A', project: 'team-a', scope: 'write', expiresAt: null }

export const keyExample = { id: '6Yv1sPqJ0aZk', ...fields, createdAt: '2026-11-26T09:00:00.000Z', lastUsedAt: '2026-11-26T10:00:00.000Z' }

export const newKeyExample = { ...keyExample, lastUsedAt: null, key: 'taper_6Yv1sPqJ0aZk_…' }

export const keyBodyExamples = {
  admin: { summary: 'The first key', value: { name: 'administrator', project: 'default', scope: 'admin' } },
  team: { summary: 'A key for trainers', value: { name: 'trainers of team A', project: 'team-a', scope: 'write' } }
}

export const whoamiExample = {
  project: 'team-a',
  scope: 'write',
  key: { id: keyExample.id, name: keyExample.name, expiresAt: null },
  limits: { requestsPerMinute: null, pointsPerDay: 1_000_000, pointsToday: 2000 }
}

export const auditExample = {
  id: '0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81',
  at: '2026-11-26T10:00:00.000Z',
  project: 'team-a',
  keyId: keyExample.id,
  keyName: keyExample.name,
  action: 'deleteRun',
  object: 'resnet50-seed1',
  status: 204,
  requestId: '0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e82',
  requests: 1
}
