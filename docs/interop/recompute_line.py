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


class Network(torch.nn.Module):
    """The network of a spec. Its state_dict has the names of the exported arrays: layers.0.weight, ..."""

    def __init__(self, spec, side=8, channels=1, classes=10):
        super().__init__()
        scaled = lambda units: max(1, int(units * spec.get("width", 1) + 0.5))
        activation = {"relu": torch.nn.ReLU, "tanh": torch.nn.Tanh}[spec.get("activation", "relu")]
        layers = []
        for units in spec.get("filters", []):
            filters, kernel = scaled(units), spec["kernel"]
            layers += [torch.nn.Conv2d(channels, filters, kernel, padding=kernel // 2), activation(), torch.nn.MaxPool2d(2)]
            channels, side = filters, side // 2
        size = channels * side * side
        for units in spec["dense"] if spec["name"] == "cnn" else spec["hidden"]:
            layers += [torch.nn.Linear(size, scaled(units)), activation()]
            size = scaled(units)
        layers.append(torch.nn.Linear(size, classes))
        self.layers = torch.nn.ModuleList(layers)

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


def loss(network, data, weights, weight_decay, dtype):
    network.load_state_dict(weights)
    network.to(dtype)
    images, classes = data
    with torch.no_grad():
        logits = network(images.to(dtype)).double()
        mean = torch.nn.functional.cross_entropy(logits, classes)
        return float(mean + weight_decay / 2 * sum((w.double() ** 2).sum() for w in weights.values()))


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

    print(f"{spec['network']['name']}, {sum(w.numel() for w in at_train.values())} parameters, "
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
