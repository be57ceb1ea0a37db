# title: nodeitems_utils.register_node_categories
#%%
import bpy, nodeitems_utils as nu
from nodeitems_utils import NodeCategory
cats = [NodeCategory("CASE_CAT", "Case", items=[])]
#= ok
#%% register
nu.register_node_categories("CASE_NODES", cats)
#= ok
#%% twice
nu.register_node_categories("CASE_NODES", cats)
#= raises KeyError "\"Node categories list 'CASE_NODES' already registered\""
#%% unregister
nu.unregister_node_categories("CASE_NODES")
#= ok
#%% twice
nu.unregister_node_categories("CASE_NODES")
#= raises KeyError "'CASE_NODES'"
