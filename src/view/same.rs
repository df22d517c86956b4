//! What is compared by being the very same, not by what it holds: a property of which nothing need be drawn again as long as
//! nobody made another.

use std::ops::Deref;
use std::rc::Rc;

/// Something shared; two are equal where they are one.
pub struct Same<T>(Rc<T>);

impl<T> Same<T> {
    /// Something new, the same as nothing before.
    pub fn new(of: T) -> Self {
        Self(Rc::new(of))
    }
}

impl<T> From<Rc<T>> for Same<T> {
    fn from(shared: Rc<T>) -> Self {
        Self(shared)
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
