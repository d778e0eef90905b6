#!/usr/bin/env python3
"""Recomputes the line of a Shiftscope trial in PyTorch, from the parameters that the server hands out.

  recompute_line.py ADDRESS EXPERIMENT TRIAL [--float32]

Needs PyTorch and NumPy (Debian: python3-torch), a trial on the digits, and this repository for the
digits themselves. Ends with 1 where a loss differs by more than 1e-5 of itself.
"""

import argparse
import gzip
import io
import json
import pathlib
import sys
import urllib.request

import numpy
import torch

DATA = pathlib.Path(__file__).resolve().parents[2] / "compute/src/main/resources/org/shiftscope/compute/data"
TOLERANCE = 1e-5


ACTIVATIONS = {"relu": torch.nn.ReLU, "tanh": torch.nn.Tanh, "gelu": torch.nn.GELU}
POOL = 0
VGG_9 = [64, 64, POOL, 128, 128, POOL, 256, 256, 256, POOL]


class Residual(torch.nn.Module):
    """body(x) + shortcut(x); a shortcut without layers is x itself."""

    def __init__(self, body, shortcut):
        super().__init__()
        self.body = torch.nn.Sequential(*body)
        self.shortcut = torch.nn.Sequential(*shortcut)

    def forward(self, x):
        return self.body(x) + self.shortcut(x)


class Network(torch.nn.Module):
    """The network of a spec. Its state_dict has the names of the exported arrays: layers.0.weight, ..."""

    def __init__(self, spec, side=8, channels=1, classes=10):
        super().__init__()
        self.spec, self.side, self.channels = spec, side, channels
        self.layers = torch.nn.ModuleList()
        if spec["name"] == "mlp":
            head = spec["hidden"]
        elif spec["name"] == "cnn":
            for filters in spec["filters"]:
                self.convolution(filters, spec["kernel"])
                self.pool()
            head = spec["dense"]
        elif spec["name"] == "vgg9":
            for filters in VGG_9:
                self.pool() if filters == POOL else self.convolution(filters, 3)
            head = [256]
        elif spec["name"] == "resnet10":
            self.convolution(64, 3)
            for filters, stride in (64, 1), (128, 2), (256, 2), (512, 2):
                self.block(filters, stride)
            self.layers.append(torch.nn.AvgPool2d(self.side))
            self.side, head = 1, []
        else:
            sys.exit(f"{spec['name']} does not see the digits")
        size = self.channels * self.side * self.side
        for units in head:
            self.layers += [torch.nn.Linear(size, self.scaled(units)), self.activation()]
            size = self.scaled(units)
        self.layers.append(torch.nn.Linear(size, classes))

    def scaled(self, units):
        return max(1, int(units * self.spec.get("width", 1) + 0.5))

    def activation(self):
        return ACTIVATIONS[self.spec.get("activation", "relu")]()

    def convolution(self, filters, kernel):
        self.layers.append(torch.nn.Conv2d(self.channels, self.scaled(filters), kernel, padding=kernel // 2))
        self.channels = self.scaled(filters)
        if self.spec.get("batchNorm", False):
            self.layers.append(torch.nn.BatchNorm2d(self.channels))
        self.layers.append(self.activation())

    def pool(self):
        self.layers.append(torch.nn.MaxPool2d(2))
        self.side //= 2

    def block(self, filters, stride):
        before, after = self.channels, self.scaled(filters)
        body = [torch.nn.Conv2d(before, after, 3, stride, padding=1), self.activation(), torch.nn.Conv2d(after, after, 3, padding=1)]
        projected = stride != 1 or before != after
        self.layers += [Residual(body, [torch.nn.Conv2d(before, after, 1, stride)] if projected else []), self.activation()]
        self.channels, self.side = after, (self.side + stride - 1) // stride

    def forward(self, x):
        for layer in self.layers:
            x = layer(x.flatten(1) if isinstance(layer, torch.nn.Linear) else x)
        return x


def digits(count_train, count_test):
    """The digits in Shiftscope's order: the first samples train, those after them test."""
    rows = numpy.loadtxt(gzip.open(DATA / "digits.csv.gz", "rt"), delimiter=",")
    order = numpy.loadtxt(gzip.open(DATA / "digits-order.txt.gz", "rt"), dtype=int)
    rows = rows[order]
    images = torch.tensor(rows[:, :64] / 16).reshape(-1, 1, 8, 8)
    classes = torch.tensor(rows[:, 64].astype(int))
    train, test = slice(0, count_train), slice(1347, 1347 + count_test)
    return (images[train], classes[train]), (images[test], classes[test])


def get(address):
    with urllib.request.urlopen(address) as answer:
        return answer.read()


def parameters(trial, point):
    arrays = numpy.load(io.BytesIO(get(f"{trial}/parameters/{point}")))
    return {name: torch.tensor(arrays[name]) for name in arrays.files}


def is_statistic(name):
    return name.endswith(("running_mean", "running_var"))


def loss(network, data, weights, weight_decay, dtype):
    network.load_state_dict(weights)
    network.to(dtype).eval()
    images, classes = data
    with torch.no_grad():
        logits = network(images.to(dtype)).double()
        mean = torch.nn.functional.cross_entropy(logits, classes)
        return float(mean + weight_decay / 2 * sum((w ** 2).sum() for name, w in weights.items() if not is_statistic(name)))


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("address")
    ask.add_argument("experiment")
    ask.add_argument("trial", type=int)
    ask.add_argument("--float32", action="store_true", help="compute the network in float32")
    asked = ask.parse_args()
    dtype = torch.float32 if asked.float32 else torch.float64
    experiment = f"{asked.address}/api/experiments/{asked.experiment}"

    spec = json.loads(get(experiment))["spec"]
    line = json.loads(get(experiment + "/results"))["trials"][asked.trial]["line"]
    train_data, test_data = digits(spec["dataset"]["trainSamples"], spec["dataset"]["testSamples"])
    at_train = parameters(f"{experiment}/trials/{asked.trial}", "train-point")
    at_test = parameters(f"{experiment}/trials/{asked.trial}", "test-point")
    network = Network(spec["network"]).double()

    print(f"{spec['network']['name']}, {sum(p.numel() for p in network.parameters())} parameters, "
          f"{len(line['alpha'])} points, PyTorch {torch.__version__}, {dtype}")
    worst = 0
    for name, data in ("train", train_data), ("test", test_data):
        differences = []
        for alpha, stored in zip(line["alpha"], line[name + "Loss"]):
            weights = {key: at_train[key] + alpha * (at_test[key] - at_train[key]) for key in at_train}
            again = loss(network.double(), data, weights, spec["sgd"]["lambda"], dtype)
            differences.append(abs(again - stored) / stored)
            if alpha in (0, 1):
                print(f"  {name} loss at alpha = {alpha:.0f}: Shiftscope {stored:.12g}, PyTorch {again:.12g}")
        print(f"  {name} loss on the whole line: largest relative difference {max(differences):.2e}")
        worst = max(worst, *differences)
    print("agree" if worst <= TOLERANCE else f"DIFFER by more than {TOLERANCE}")
    return 0 if worst <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main())
