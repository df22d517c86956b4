use std::collections::BTreeMap;
use ombuigen::{built_in, model::{calculation::recorded, program::Node}};
fn main(){ for e in ["2019.1","2026.1"] { let c=built_in::catalogue(e).unwrap(); let p=recorded(&c); let mut m=BTreeMap::<String,usize>::new();
 for (_,n) in p.nodes(){ let k=match n { Node::Constant(_)=>"const".into(), Node::Leaf(_)=>"leaf".into(), Node::IsSet(_)=>"isset".into(), Node::Binary(o,..)=>format!("{o:?}"), Node::Choice{..}=>"choice".into(), Node::Named(cell,_)=>format!("named {}",c.frame().quantity(cell.quantity).id)}; *m.entry(k).or_default()+=1;}
 println!("{e}: {} told {}",p.len(),p.results().told.len()); let mut v:Vec<_>=m.into_iter().collect(); v.sort_by_key(|x|std::cmp::Reverse(x.1)); for (k,n) in v.into_iter().take(28){println!("  {n} {k}");} } }
