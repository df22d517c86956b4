//! What is made when somebody first asks for it.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

/// Something that is made when somebody first asks for it, and then kept. It is compared, and written, by what it is.
#[derive(Clone)]
pub enum Late<T> {
    /// It is there already.
    Made(T),
    /// It is made by this, once.
    Asked(Arc<LazyLock<T, Make<T>>>),
}

/// Makes it.
type Make<T> = Box<dyn FnOnce() -> T + Send>;

impl<T> Late<T> {
    /// What is made by this.
    pub fn asked(make: impl FnOnce() -> T + Send + 'static) -> Self {
        Self::Asked(Arc::new(LazyLock::new(Box::new(make))))
    }
}

impl<T> Deref for Late<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Self::Made(value) => value,
            Self::Asked(value) => value,
        }
    }
}

impl<T: PartialEq> PartialEq for Late<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq> Eq for Late<T> {}

impl<T: fmt::Debug> fmt::Debug for Late<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
