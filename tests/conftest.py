from hypothesis import settings

# How long an example takes is the benchmarks' business: a busy machine is no defect.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")
