"""That sharded gradients have the norms of the whole ones: by torchrun --nproc-per-node 2. Run by `npm run check:integrations`."""

import sys

import torch
import torch.distributed as dist
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import FullyShardedDataParallel, fully_shard

from taper.gradient_norms import gradient_norms, needs_all_processes


def network():
    torch.manual_seed(0)
    return torch.nn.Sequential(torch.nn.Linear(17, 32), torch.nn.Tanh(), torch.nn.Linear(32, 3))


def main():
    dist.init_process_group("gloo")
    inputs = torch.randn(8, 17, generator=torch.Generator().manual_seed(dist.get_rank()))
    replicated = torch.nn.parallel.DistributedDataParallel(network())
    replicated(inputs).square().mean().backward()
    expected = [float(norm) for norm in gradient_norms(replicated)]
    assert not needs_all_processes(replicated)

    second = network()
    fully_shard(second[0], mesh=init_device_mesh("cpu", (2,)))  # The rest of it is in the outer group.
    fully_shard(second, mesh=init_device_mesh("cpu", (2,)))
    first = FullyShardedDataParallel(network(), device_id=torch.device("cpu"), use_orig_params=True)
    flat = FullyShardedDataParallel(network(), device_id=torch.device("cpu"), use_orig_params=False)
    for name, model in (("FSDP2", second), ("FSDP1", first), ("FSDP1, flat", flat)):
        model(inputs).square().mean().backward()
        before = [parameter.grad for parameter in model.parameters() if parameter.grad is not None]
        before = [(gradient.to_local() if hasattr(gradient, "to_local") else gradient).clone() for gradient in before]
        assert needs_all_processes(model)
        for measured, true in zip(gradient_norms(model), expected):
            assert abs(float(measured) / true - 1) < 1e-5, (name, float(measured), true)
        after = [parameter.grad for parameter in model.parameters() if parameter.grad is not None]
        for then, now in zip(before, after):
            assert torch.equal(then, now.to_local() if hasattr(now, "to_local") else now), name
        if name != "FSDP2":
            try:
                gradient_norms(list(model.parameters()))
                raise SystemExit(f"{name}: a shard was measured as if it were the whole")
            except TypeError:
                pass
    dist.destroy_process_group()
    print("norms of sharded gradients are those of the whole ones")


if __name__ == "__main__":
    sys.exit(main())
