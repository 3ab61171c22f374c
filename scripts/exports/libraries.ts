/** How exports are run by the library that they are for: a driver in `test/exports`. */
export interface Library {
  name: string
  target: string
  driver: string
  environment: 'torch' | 'jax'
  /** Names in PyPI, one of which is there; the version, where it is not in the list of the environment. */
  packages: readonly [string, ...string[]]
  version?: string
  /** The target is a setting that is near: its error is that which the file states. The first step that is compared, as the file says. */
  nearFrom?: number
}

export const libraries: readonly Library[] = [
  { name: 'PyTorch', target: 'pytorch', driver: 'pytorch_lambda.py', environment: 'torch', packages: ['torch'] },
  { name: 'PyTorch, resumed', target: 'pytorch', driver: 'pytorch_resumed.py', environment: 'torch', packages: ['torch'] },
  { name: 'kohya sd-scripts, its way', target: 'kohya', driver: 'kohya_scheduler.py', environment: 'torch', packages: ['torch'] },
  { name: 'OneTrainer, its way', target: 'onetrainer', driver: 'onetrainer_scheduler.py', environment: 'torch', packages: ['torch'] },
  {
    name: 'Lightning',
    target: 'lightning',
    driver: 'lightning_trainer.py',
    environment: 'torch',
    packages: ['lightning', 'pytorch-lightning']
  },
  {
    name: 'Lightning, resumed',
    target: 'lightning',
    driver: 'lightning_resumed.py',
    environment: 'torch',
    packages: ['lightning', 'pytorch-lightning']
  },
  {
    name: 'Transformers, the class',
    target: 'transformers',
    driver: 'transformers_trainer.py',
    environment: 'torch',
    packages: ['transformers']
  },
  {
    name: 'Transformers, resumed',
    target: 'transformers',
    driver: 'transformers_resumed.py',
    environment: 'torch',
    packages: ['transformers']
  },
  {
    name: 'Transformers, arguments',
    target: 'transformers',
    driver: 'transformers_arguments.py',
    environment: 'torch',
    packages: ['transformers'],
    nearFrom: 0
  },
  { name: 'optax', target: 'optax', driver: 'optax_sgd.py', environment: 'jax', packages: ['optax'] },
  { name: 'Keras', target: 'keras', driver: 'keras_sgd.py', environment: 'jax', packages: ['keras'] },
  {
    name: 'Megatron',
    target: 'megatron',
    driver: 'megatron_flags.py',
    environment: 'torch',
    packages: ['megatron-core'],
    version: '0.16.1',
    nearFrom: 0
  },
  {
    name: 'DeepSpeed',
    target: 'deepspeed',
    driver: 'deepspeed_config.py',
    environment: 'torch',
    packages: ['deepspeed'],
    version: '0.19.8',
    nearFrom: 2
  },
  { name: 'safetensors', target: 'safetensors', driver: 'safetensors_file.py', environment: 'torch', packages: ['safetensors'] }
]
