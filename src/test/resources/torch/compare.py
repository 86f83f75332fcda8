"""Prints what the modules compute of each case, in the rows of ArrayCase: python3 compare.py FOLDER CASES once|twice."""
import importlib
import json
import sys

import torch

sys.path.insert(0, sys.argv[1])


def row(*tensors):
    return [float(v) for tensor in tensors for v in tensor.detach().flatten()]


def gradients(y, p):
    return [torch.zeros_like(a) if a.grad is None else a.grad for a in (y, p)]


for case in json.load(open(sys.argv[2])):
    m = importlib.import_module(case["name"])
    n = case["states"]
    tensors = {k: torch.tensor(case[k], dtype=torch.float64) for k in ("t", "x", "velocities", "data", "p")}
    t = tensors["t"].reshape(2, 5)
    x, velocities, data = (tensors[k].reshape(2, 5, n) for k in ("x", "velocities", "data"))
    rows = []
    for name in case["quantities"]:
        name = name.lower()
        quantity = getattr(m, name)
        y = x.clone().requires_grad_()
        p = tensors["p"].clone().requires_grad_()
        value = quantity(t, y, p)
        value.sum().backward()
        gradient = getattr(m, name + "_gradient")(t, x, p)
        rows.append(row(getattr(m, name + "_is_defined")(t, x, p)))
        rows.append(row(value))
        rows.append(row(gradient))
        rows.append(row(*gradients(y, p)))
        rows.append(row(gradient[..., 0] + (gradient[..., 1:1 + n] * velocities).sum(-1)))
        defined = getattr(m, name + "_is_defined")(t, x, p)
        if sys.argv[3] == "twice" and bool(defined.all()):
            torch.autograd.gradcheck(lambda y, p: quantity(t, y, p), (y, p))
            if torch.isfinite(gradient).all():
                torch.autograd.gradgradcheck(lambda y, p: quantity(t, y, p), (y, p))
            single = quantity(t.float(), x.float(), p.float())
            assert single.dtype == torch.float32
            assert torch.allclose(single.double(), value, rtol=1e-3, atol=1e-3)
    for meaning in ("rate", "drift", "spread") if case["whole"] else ():
        for normalised in (False, True):
            loss = m.RegularisedLoss([0.7] * len(case["quantities"]), meaning, normalised)
            y = x.clone().requires_grad_()
            p = tensors["p"].clone().requires_grad_()
            total = loss(t, y, data, p, velocities)
            total.backward()
            rows.append(row(total.reshape(1), *gradients(y, p)))
    if hasattr(m, "Model"):
        assert m.Model(tensors["p"])(t, x).shape == x.shape
    print(len(rows))
    for numbers in rows:
        print(" ".join(repr(v) for v in numbers))
