# SPDX-License-Identifier: MIT
# One object of each type of which this CPython is asked where it keeps what it holds.
# Every field of the function `sample` holds an object that nothing else in it does.

def maker():
    cell = object()
    def sample(a=('default',), *, b=1):
        return cell
    return sample
sample = maker()
sample.__annotations__ = {'a': 'annotation'}
sample.__kwdefaults__ = {'b': 2}
sample.note = 1
class Empty: pass
class Bound:
    def f(self): pass
bound = Bound().f
class Slotted: __slots__ = ('s',)
slot = Slotted.__dict__['s']
getset = type.__dict__['__dict__']
proxy = type.__dict__
method = list.__dict__['append']
