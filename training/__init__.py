"""Make the entailment model that ships with auditor: prepare, train, evaluate, export, distil."""

from auditor.offline import onnxruntime

onnxruntime()  # before any module here imports it, for it reports on its use otherwise
