"""Prints the worst residual of the audit of a residual network: of right gradients, then with a fault planted, one a line."""
import sys

import torch

sys.path.insert(0, sys.argv[1])
import net

torch.manual_seed(5)


class Network(torch.nn.Module):
    """x + h (W2 tanh(W1 x + b1) + b2), several times, with the same weights."""

    def __init__(self, d, h):
        super().__init__()
        self.first = torch.nn.Linear(d, h, dtype=torch.float64)
        self.second = torch.nn.Linear(h, d, dtype=torch.float64)

    def forward(self, x, fault):
        before = None
        for layer in range(6):
            pre = self.first(x.detach() if fault == "detached branch" else x)
            hidden = torch.tanh(pre)
            change = self.second(hidden)
            if fault == "stale buffer" and before is not None:
                weight = self.second.weight
                change = change + (before - hidden.detach()) @ (weight - weight.detach()).T
            before = hidden.detach()
            if fault == "wrong step":
                change = change.detach() + 0.5 * (change - change.detach())
            x = x + 0.3 * change
        return x


class Turned(torch.autograd.Function):
    """A linear layer whose way back forgets to transpose the weights."""

    @staticmethod
    def forward(ctx, x, weight, bias):
        ctx.save_for_backward(x, weight)
        return x @ weight.T + bias

    @staticmethod
    def backward(ctx, gradient):
        x, weight = ctx.saved_tensors
        return gradient @ weight.reshape(*reversed(weight.shape)).T, gradient.T @ x, gradient.sum(0)


def worst(fault, d=2, h=3):
    network = Network(d, h)
    if fault == "missing transpose":
        linear = network.first
        network.first = torch.nn.Module()
        network.first.weight, network.first.bias = linear.weight, linear.bias
        network.first.forward = lambda x: Turned.apply(x, linear.weight, linear.bias)
    x = torch.randn(7, d, dtype=torch.float64, requires_grad=True)
    end = network(x, fault)
    end.retain_grad()
    (torch.sin(end) * torch.arange(7.0 * d).reshape(7, d)).sum().backward()
    named = dict(network.named_parameters())
    given = {"W1": named["first.weight"], "b1": named["first.bias"], "W2": named["second.weight"], "b2": named["second.bias"]}
    return net.audit_parameters(given, x, end).max().item()


for fault in ("", "missing transpose", "detached branch", "stale buffer", "wrong step"):
    print(repr(worst(fault)))
assert worst("", 20, 35) < 1e-13
assert worst("wrong step", 20, 35) > 1e-3
try:
    net.audit(*(torch.zeros(1, 2),) * 4, {"W1": torch.zeros(3, 2)}, {})
    assert False
except ValueError as error:
    assert "b1, W2, b2" in str(error)
